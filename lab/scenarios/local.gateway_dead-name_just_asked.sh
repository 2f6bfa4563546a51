# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name server is behind a dead gateway, which another program asked for a second ago.
expect_cause=local.gateway_dead
target=https://$NAME/
proof="dig +tries=1 +time=2 $NAME; nc -vz -w6 $D4 53; ip neigh show $CNET.254"
proof_match='(timed out|unreachable).*No route to host.*(FAILED|INCOMPLETE)'
build() {
	net far 4
	dns
	ip -n "$(ns c)" route replace default via "$CNET.254"
	bg c - nc -z -w5 "$S4" 80
	sleep 1.4
}
