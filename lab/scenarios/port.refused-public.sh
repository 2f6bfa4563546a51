# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The STUN server is silent, and a page says which address it sees; the port is refused all the same.
expect_cause=port.refused
expect_json="\"v4\": \"203.0.113.7\", \"v4_by\": \"HTTP $D4:80\""
target=tcp://$S4:$PORT
args=(--public)
env=(NAZE_STUN=$D4:3478 NAZE_PUBLIC_URL=http://$D4/ip)
proof="curl -sS http://$D4/ip; nc -vz -w2 $S4 $PORT"
proof_match='203.0.113.7.*refused'
build() {
	net far
	bg d 3478/udp $PYTHON "$SERVERS/stun.py" 3478 silent
	nginx d 80 "listen 80; location / { return 200 '203.0.113.7\n'; }"
}
