# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Firewall rules of this host that do not concern it.
expect_status=ok
target=https://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	site
	https leaf
	rules c 'output tcp dport { 25, 445, 3306 } drop'
	rules c 'input tcp dport 22 reject'
}
