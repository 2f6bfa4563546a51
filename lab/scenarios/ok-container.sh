# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# naze's own environment has a dead proxy; the container has none.
expect_status=ok
from=d
rights=root
target=https://$NAME/
args=(--container web-1)
env=(PATH="$DIR/bin:/usr/sbin:/usr/bin:/sbin:/bin" "https_proxy=http://$S4:3128")
proof="curl --noproxy '*' -sS $target; curl -sS $target"
proof_match='hello.*connect to server'
build() {
	net far
	site
	https leaf
	container web-1 PATH=/usr/bin:/bin
}
