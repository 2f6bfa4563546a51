# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# tinyproxy is the only way to the server.
expect_status=ok
env=(https_proxy=http://$D4:8888)
needs=tinyproxy
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	printf '%s\n' 'Port 8888' 'Timeout 10' >"$DIR/tp.conf"
	bg d 8888 tinyproxy -d -c "$DIR/tp.conf"
	rules r1 "forward ip saddr $CNET.0/24 ip daddr $SNET.0/24 drop"
}
