# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A balancer leads every second connection to a server that is silent.
expect_status=degraded expect_cause=port.flapping
target=http://$R2/
proof="for i in 1 2 3 4; do nc -vz -w1 $R2 80; done; ping -q -c10 -i0.05 -W1 $R2"
proof_match='timed out.*succeeded.* 0% packet loss'
build() {
	net far 4
	http
	rules s 'input tcp dport 82 drop'
	on r2 nft -f - <<-NFT
		table ip balancer {
			chain pre {
				type nat hook prerouting priority -100;
				ip daddr $R2 tcp dport 80 dnat to numgen inc mod 2 map { 0 : $S4 . 82, 1 : $S4 . 80 }
			}
		}
	NFT
}
