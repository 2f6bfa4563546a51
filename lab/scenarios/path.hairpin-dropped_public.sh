# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The router drops the port from inside, and a third party sees that very address.
expect_cause=path.hairpin
expect_certainty=likely
OWN=203.0.113.$((PORT % 200 + 20))
target=tcp://$OWN:$PORT
args=(--public)
env=(NAZE_STUN=none NAZE_PUBLIC_URL=http://$D4/ip)
proof="curl -sS http://$D4/ip; nc -vz -w2 $S4 $PORT; nc -vz -w2 $OWN $PORT"
proof_match="^$OWN.*succeeded.*timed out"
build() {
	net near 4
	tcp "$PORT" silent
	link r1 wan0 d isp0
	addr r1 wan0 "$OWN/24"
	nginx d 80 "listen 80; location / { return 200 '$OWN\n'; }"
	rules r1 <<-NFT
		table ip forwarding {
			chain pre {
				type nat hook prerouting priority -100;
				iif wan0 ip daddr $OWN tcp dport $PORT dnat to $S4
			}
			chain in {
				type filter hook input priority 0;
				iif lan0 ip daddr $OWN drop
			}
		}
	NFT
}
