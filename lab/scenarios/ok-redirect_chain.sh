# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Five redirects: relative, absolute, without scheme, to https and to a path.
expect_status=ok
target=http://$NAME/
proof="curl -sSL -m 6 $target"
proof_match='hello'
build() {
	net far
	site
	http 80 "absolute_redirect off; return 301 /a; } location /a { return 302 http://$NAME/b; } location /b { absolute_redirect off; return 303 //$NAME/c; } location /c { return 307 https://$NAME/d;"
	https leaf 443 "return 308 /e; } location /e { return 200 'hello\n';"
}
