# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The host's own name is 127.0.1.1, as Debian writes it, and the service listens on 127.0.0.1.
expect_cause=port.loopback_only
target=http://$NAME:$PORT/
proof="nc -vz -w2 127.0.1.1 $PORT; nc -vz -w2 127.0.0.1 $PORT"
proof_match='refused.*succeeded'
build() {
	net far
	hosts "127.0.1.1 $NAME $LABEL"
	tcp -h c -b 127.0.0.1 "$PORT" silent
}
