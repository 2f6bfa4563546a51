# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The service comes up while it is being asked for.
expect_status="failed degraded ok" expect_cause="port.starting port.refused"
target=http://$S4:$PORT/
proof="curl -sS $target; sleep 2; curl -sS $target"
proof_match='curl: \(7\).*hello'
build() {
	net far
	bg s - bash -c "sleep 1.2; exec $PYTHON $SERVERS/tcp.py :: $PORT head 'HTTP/1.0 200 OK\r\n\r\nhello\n'"
}
