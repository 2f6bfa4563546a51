/* SPDX-License-Identifier: Apache-2.0 */
/* With -v: the evidence itself, field by field, as the tables name it. */
#pragma once
#include "evidence/types.h"
#include "render/page.h"

/* Adds a line for each reading of that stage, of the run and of its addresses, indented. */
void verbose_stage(const struct evidence *e, enum stage stage, size_t indent, struct page *page);
