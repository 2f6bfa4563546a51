# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A rule of this host resets the connection as soon as the request is sent.
# shellcheck source=lab/cut.sh
. "$LAB/cut.sh"
expect_cause=local.firewall_reject
build() {
	cut_at c OUTPUT
}
