# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An HTTP proxy at an IPv6 address, the server reached through it alone.
expect_status=ok
env=("https_proxy=http://[$D6]:3128")
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	rules r1 "forward ip6 saddr $CNET6::/64 ip6 daddr $SNET6::/64 drop"
	bg d 3128 $PYTHON "$SERVERS/proxy.py" 3128
}
