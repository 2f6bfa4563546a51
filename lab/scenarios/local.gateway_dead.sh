# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The default route names a gateway that does not exist.
expect_cause=local.gateway_dead
target=tcp://$S4:$PORT
proof="ip route get $S4; nc -vz -w6 $S4 $PORT; ip neigh show $CNET.254"
proof_match="via $CNET.254.*No route to host.*(FAILED|INCOMPLETE)"
build() {
	net far
	http "$PORT"
	ip -n "$(ns c)" route replace default via "$CNET.254"
}
