/* SPDX-License-Identifier: Apache-2.0 */
/* Everything that the kernel is asked through netlink, for those who want it all: routes and
 * rules, neighbours, interfaces and addresses, sockets. All of it is synchronous (the kernel
 * answers within the call, far below 1 ms; a call gives up after 50 ms with -ETIME), needs no
 * privilege, opens and closes its own socket and changes nothing. -EPROTONOSUPPORT or -EACCES:
 * a container without netlink, or a sandbox. */
#pragma once
#include "sys/diag.h"
#include "sys/link.h"
#include "sys/neighbour.h"
#include "sys/route.h"
#include "sys/rule.h"
