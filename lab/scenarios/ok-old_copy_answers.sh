# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Works, but what answers runs from a directory that has been deleted: an old copy.
expect_status=ok expect_finding=port.other_program
expect_json='"place_gone": ?true'
target=http://127.0.0.1:$PORT/
proof="ls -l /proc/[0-9]*/cwd 2>/dev/null | grep deleted; curl -sS $target"
proof_match='deleted.*hello'
build() {
	net far
	mkdir -m 755 "$DIR/release1"
	bg c "$PORT" setpriv --reuid=65534 --regid=65534 --clear-groups env -C "$DIR/release1" \
		$PYTHON "$SERVERS/tcp.py" 127.0.0.1 "$PORT" head 'HTTP/1.0 200 OK\r\n\r\nhello\n'
	rmdir "$DIR/release1"
}
