# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Two programs have the same port, one in each family: which one "localhost" means depends on the client.
expect_status=ok expect_finding=port.other_program
target=http://127.0.0.1:$PORT/
proof="curl -sS $target; curl -sS http://[::1]:$PORT/"
proof_match='mine.*theirs'
build() {
	net far
	bg c "$PORT" setpriv --reuid=65534 --regid=65534 --clear-groups \
		$PYTHON "$SERVERS/tcp.py" 127.0.0.1 "$PORT" head 'HTTP/1.0 200 OK\r\n\r\nmine\n'
	tcp -h c -b ::1 "$PORT" head 'HTTP/1.0 200 OK\r\n\r\ntheirs\n'
	x c 'until curl -s "http://[::1]:$PORT/" >/dev/null; do sleep 0.05; done'
}
