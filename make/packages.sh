#!/usr/bin/env bash
# packages.sh browser|papers|postgres...   the Debian packages that a kind of test needs.
set -euo pipefail
. "$(dirname "$0")/debian.sh"
for kind in "$@"; do
    case $kind in
        papers)
            need "the tests of papers (fonts and pages of a PDF)" pdffonts:poppler-utils
            need "the tests of digital signatures (a token in software)" pdfsig:poppler-utils \
                softhsm2-util:softhsm2 pkcs11-tool:opensc
            need "the tests of scans and photos" tesseract:tesseract-ocr \
                '/usr/share/tesseract-ocr/*/tessdata/vie.traineddata:tesseract-ocr-vie'
            need "the tests of .doc and .odt files" \
                '/usr/lib/libreoffice/program/libswlo.so:libreoffice-writer-nogui'
            ;;
        browser)
            need "the browser tests" chromium:chromium \
                '/usr/share/fonts/truetype/liberation*/*.ttf:fonts-liberation'
            ;;
        postgres) need "the tests on PostgreSQL" '/usr/lib/postgresql/*/bin/initdb:postgresql' ;;
        *) echo "unknown kind of packages: $kind" >&2 && exit 2 ;;
    esac
done
