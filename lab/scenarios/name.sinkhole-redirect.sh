# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# One address for all names; the page there sends on to that of the provider, which loads.
expect_cause=name.sinkhole
target=http://$NAME/
proof="dig +short naze$PORT.invalid; curl -sSi $target; curl -sS -o /dev/null -w '%{http_code}' -L $target"
proof_match="^$S4\n.*302.*Location: http://blocked.provider.example.*200"
build() {
	net far 4
	dns_py "*=$S4"
	nginx s 80 "listen 80 default_server; return 302 http://blocked.provider.example/?url=\$host;" "server { listen 80; server_name blocked.provider.example; location / { return 200 'blocked\n'; } }"
}
