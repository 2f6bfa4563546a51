# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The application accepts only its own Host names.
expect_cause=http.host_rejected
target=http://$NAME/
proof="curl -sSi $target"
proof_match='400.*DisallowedHost'
build() {
	net far
	dns
	nginx s 80 "listen 80; listen [::]:80; default_type text/html; if (\$host != app.internal) { return 400 '<title>DisallowedHost at /</title>Invalid HTTP_HOST header'; } location / { return 200 'hello\n'; }"
}
