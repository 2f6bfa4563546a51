# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The IPv6 gateway does not exist.
expect_cause=local.gateway_dead
target="http://[$S6]:$PORT/"
proof="nc -vz -w6 $S6 $PORT; ip neigh show $CNET6::fe"
proof_match='No route to host.*(FAILED|INCOMPLETE)'
build() {
	net far
	http "$PORT"
	ip -n "$(ns c)" -6 route replace default via "$CNET6::fe"
}
