# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A dead gateway that another program asked for a second ago; the name comes from the hosts file.
expect_cause=local.gateway_dead
target=https://$NAME/
proof="nc -vz -w6 $S4 443; ip neigh show $CNET.254"
proof_match='No route to host.*(FAILED|INCOMPLETE)'
build() {
	net far 4
	hosts "$S4 $NAME"
	ip -n "$(ns c)" route replace default via "$CNET.254"
	bg c - nc -z -w5 "$S4" 80
	sleep 1.4
}
