#!/bin/sh
# Sets up a real site: sh docs/install.sh yucai.example.cn
set -eu
name=${1:?the name of the site, such as yucai.example.cn}
home=$(cd "$(dirname "$0")/.." && pwd)

id yucai >/dev/null 2>&1 || useradd --system --home-dir /var/lib/yucai --shell /usr/sbin/nologin yucai
install -d -o yucai -g yucai -m 750 /var/lib/yucai
cd "$home"
node tasks.js build

# The unit and the Caddyfile are the ones that docs/operations.md shows: they are read from there.
section() { awk -v title="$1" '/^## / {found = ($0 ~ title); next} found && /^    / {print substr($0, 5)}' docs/operations.md; }
section 'yucai.service' | sed "s|yucai.example.cn|$name|; s|/opt/yucai|$home|" > /etc/systemd/system/yucai.service
section 'Caddyfile' | sed "s|yucai.example.cn|$name|" > /etc/caddy/Caddyfile

systemctl daemon-reload
systemctl enable --now yucai
systemctl reload caddy
journalctl -u yucai -n 20 --no-pager
