# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The own firewall drops what comes back: a policy without "established".
expect_cause=local.firewall_drop
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; ping -c1 -W1 $S4; nft list ruleset"
proof_match='timed out.* 0% packet loss.*drop'
build() {
	net far
	http "$PORT"
	rules c "input tcp sport $PORT drop"
}
