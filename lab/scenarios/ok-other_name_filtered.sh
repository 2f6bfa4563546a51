# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A box on the way blocks another host name.
expect_status=ok
needs='iptables'
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	x r1 'iptables -A FORWARD -p tcp --dport 443 -m string --algo bm --string blocked.example -j DROP'
}
