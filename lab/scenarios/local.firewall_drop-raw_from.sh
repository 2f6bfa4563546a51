# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The raw table drops all TCP that comes from that host, before anything else sees it.
expect_cause=local.firewall_drop
target=tcp://$S4:$PORT
proof="nc -vz -w2 $S4 $PORT; ping -c1 -W1 $S4; iptables -t raw -S PREROUTING"
proof_match='timed out.* 0% packet loss.*-j DROP'
build() {
	net far
	http "$PORT"
	on c iptables -t raw -A PREROUTING -s "$S4" -p tcp -j DROP
}
