# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The backend accepts and never answers; the front gives up after a second.
expect_cause=http.gateway_timeout
needs=haproxy
target=http://$S4:8080/report
proof="curl -sSi -m 6 $target"
proof_match='504 Gateway Time-out'
build() {
	net far 4
	tcp -b 127.0.0.1 9000 silent
	front 8080 '' 'server b 127.0.0.1:9000'
}
