# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The hosts line stops before DNS: [NOTFOUND=return].
expect_cause=name.nsswitch_skips_dns
target=http://$NAME/
proof="getent hosts $NAME; echo rc=\$?; dig +short $NAME"
proof_match="rc=2.*$S4"
build() {
	net far
	dns
	http
	nsswitch 'files [NOTFOUND=return] dns'
}
