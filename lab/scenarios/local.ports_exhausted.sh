# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# All local ports towards that destination are in use.
expect_cause=local.ports_exhausted
target=http://$S4:$PORT/
proof="nc -vz -w2 $S4 $PORT; nc -vz -w2 $S4 80"
proof_match='Cannot assign requested address.*succeeded'
build() {
	net far
	tcp "$PORT" silent
	tcp 80 silent
	x c 'echo 40000 40007 >/proc/sys/net/ipv4/ip_local_port_range'
	bg c - $PYTHON "$SERVERS/hold.py" "$S4" "$PORT" 16 "$DIR/held"
	await "$DIR/held"
}
