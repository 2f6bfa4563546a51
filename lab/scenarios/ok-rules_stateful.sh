# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The usual stateful firewall on this host.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	rules c 'input ct state established,related accept; iifname lo accept; icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, nd-router-advert } accept; drop'
}
