#!/bin/sh
# Copies dist/ to a bucket or a folder in it: sh .github/hosting/bucket.sh BUCKET[/PATH]
set -eu
to=$1
put() {
  aws s3 cp dist/ "s3://$to/" --recursive --exclude '*' --include "$1" --content-type "$2" --cache-control "$3"
}
put '*.css' 'text/css; charset=utf-8' 'public, max-age=0, must-revalidate'
put '*.epub' 'application/epub+zip' 'public, max-age=0, must-revalidate'
put '*.html' 'text/html; charset=utf-8' 'public, max-age=0, must-revalidate'
put '*.js' 'text/javascript; charset=utf-8' 'public, max-age=0, must-revalidate'
put '*.json' 'application/json; charset=utf-8' 'public, max-age=0, must-revalidate'
put '*.md' 'text/markdown; charset=utf-8' 'public, max-age=0, must-revalidate'
put '*.png' 'image/png' 'public, max-age=0, must-revalidate'
put '*.svg' 'image/svg+xml; charset=utf-8' 'public, max-age=0, must-revalidate'
put '*.txt' 'text/plain; charset=utf-8' 'public, max-age=0, must-revalidate'
put '*.webmanifest' 'application/manifest+json; charset=utf-8' 'public, max-age=0, must-revalidate'
put '*.woff2' 'font/woff2' 'public, max-age=0, must-revalidate'
put '*.xml' 'application/xml; charset=utf-8' 'public, max-age=0, must-revalidate'
put '_astro/*.css' 'text/css; charset=utf-8' 'public, max-age=31536000, immutable'
put '_astro/*.epub' 'application/epub+zip' 'public, max-age=31536000, immutable'
put '_astro/*.html' 'text/html; charset=utf-8' 'public, max-age=31536000, immutable'
put '_astro/*.js' 'text/javascript; charset=utf-8' 'public, max-age=31536000, immutable'
put '_astro/*.json' 'application/json; charset=utf-8' 'public, max-age=31536000, immutable'
put '_astro/*.md' 'text/markdown; charset=utf-8' 'public, max-age=31536000, immutable'
put '_astro/*.png' 'image/png' 'public, max-age=31536000, immutable'
put '_astro/*.svg' 'image/svg+xml; charset=utf-8' 'public, max-age=31536000, immutable'
put '_astro/*.txt' 'text/plain; charset=utf-8' 'public, max-age=31536000, immutable'
put '_astro/*.webmanifest' 'application/manifest+json; charset=utf-8' 'public, max-age=31536000, immutable'
put '_astro/*.woff2' 'font/woff2' 'public, max-age=31536000, immutable'
put '_astro/*.xml' 'application/xml; charset=utf-8' 'public, max-age=31536000, immutable'
