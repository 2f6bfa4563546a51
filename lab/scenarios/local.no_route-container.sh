# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A container whose network is cut off; the host reaches the server.
expect_cause=local.no_route
from=d
rights=root
target=tcp://$S4:$PORT
args=(--container web-1)
env=(PATH="$DIR/bin:/usr/sbin:/usr/bin:/sbin:/bin")
proof="nc -vz -w2 $S4 $PORT; ip netns exec $TAG-d nc -vz -w2 $S4 $PORT"
proof_match='unreachable.*succeeded'
build() {
	net far 4
	tcp "$PORT" silent
	ip -n "$TAG-c" route del default
	container web-1
}
