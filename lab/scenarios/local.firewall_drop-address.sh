# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The own firewall drops everything to that address.
expect_cause=local.firewall_drop
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; ping -c1 -W1 $SGW4; nft list ruleset"
proof_match='timed out.* 0% packet loss.*drop'
build() {
	net far
	http "$PORT"
	rules c "output ip daddr $S4 drop"
}
