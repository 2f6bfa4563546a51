# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# --public says which address a STUN server sees behind a masquerading router, over both families.
expect_status=ok
expect_json="\"public_address\", \"v4\": \"$DNET.1\", \"v4_by\": \"STUN $OTHER:3478\", \"v6\": \"$C6\", "
target=http://$NAME/
args=(--public)
env=(NAZE_STUN=$OTHER NAZE_PUBLIC_URL=none)
proof="curl -sS $target"
proof_match='hello'
build() {
	net far
	dns "host-record=$NAME,$S4,$S6" "host-record=$OTHER,$D4,$D6"
	http
	bg d 3478/udp $PYTHON "$SERVERS/stun.py" 3478
	rules r1 <<-NFT
		table ip nat {
			chain out { type nat hook postrouting priority 100; oifname "dns0" masquerade; }
		}
	NFT
}
