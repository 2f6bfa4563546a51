# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The gateway is off; the name server behind it cannot be asked, hosts names the target.
expect_cause=local.gateway_dead
target=https://$NAME/
proof="nc -vz -w6 $S4 443; ip neigh show $CNET.254"
proof_match='No route to host.*(FAILED|INCOMPLETE)'
build() {
	net far 4
	site
	https leaf
	hosts "$S4 $NAME"
	ip -n "$(ns c)" route replace default via "$CNET.254"
}
