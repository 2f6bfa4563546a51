# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# User and password in the URL are right.
expect_status=ok
target=http://jo:s3cret@$NAME/
proof="curl -sS -m 6 $target"
proof_match='hello'
build() {
	net far
	dns
	printf 'jo:{PLAIN}s3cret\n' >"$DIR/pw"
	http 80 "auth_basic private; auth_basic_user_file $DIR/pw; try_files /none @in; } location @in { return 200 'hello\n';"
}
