# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# systemd-resolved is in nsswitch.conf and not installed: DNS is asked all the same.
expect_status=ok
target=http://$NAME/
proof="curl -sS -L -m 8 $target"
proof_match='hello'
build() {
	net far
	dns
	http
	nsswitch 'files resolve [!UNAVAIL=return] dns myhostname'
}
