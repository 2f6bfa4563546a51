# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A rule that prohibits the destination itself.
expect_cause=local.policy_rule
target=tcp://$S4:$PORT
proof="ip rule; nc -vz -w2 $S4 $PORT"
proof_match="$S4 prohibit.*Permission denied"
build() {
	net far
	http "$PORT"
	ip -n "$(ns c)" rule add to "$S4" prohibit priority 900
}
