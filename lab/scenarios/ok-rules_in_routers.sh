# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The routers reject and drop other ports.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	rules r1 'forward tcp dport { 25, 80 } drop'
	rules r2 'forward tcp dport { 22, 8080 } reject with icmpx admin-prohibited'
}
