// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace herdbook::render {

/// A kind of animal as Camtrap DP names it.
struct Taxon
{
    const char *scientificName = "";
    const char *rank = "species";
    const char *english = "";
};

/// The family that all deer are of: what is known of a detection's species where nothing tells more.
const Taxon &deerFamily();

/// The species of a herd whose deer are said to be these (deer.species, in any spelling): the one they all name, as "white_tailed_deer",
/// "white-tailed" and "Odocoileus virginianus" do. The family where they differ, where one of them is not known, and where there are none.
const Taxon &deerTaxon(const QStringList &species);

} // namespace herdbook::render
