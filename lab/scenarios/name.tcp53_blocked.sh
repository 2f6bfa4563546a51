# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The answer is cut short over UDP, and TCP 53 is dropped on the way.
expect_cause=name.tcp53_blocked
target=https://$NAME/
proof="dig +time=1 +tries=1 +ignore $NAME; dig +tcp +time=1 +tries=1 $NAME"
proof_match='flags:[a-z ]* tc.*(timed out|no servers|failed)'
build() {
	net far
	dns_py "$NAME!truncated" "$NAME=$S4"
	rules r1 'forward tcp dport 53 drop'
}
