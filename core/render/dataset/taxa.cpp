// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/taxa.h"

#include <QHash>

namespace herdbook::render {

namespace {

struct Known
{
    Taxon taxon;
    const char *names; ///< in small letters, beside the scientific one
};

// No "elk": it is a wapiti in America and a moose in Europe.
constexpr Known Species[] = {
    {{"Odocoileus virginianus", "species", "white-tailed deer"},
     "white tailed deer,white tailed,whitetail,whitetail deer"},
    {{"Odocoileus hemionus", "species", "mule deer"}, "mule deer,black tailed deer,blacktail,blacktail deer"},
    {{"Capreolus capreolus", "species", "roe deer"}, "roe deer,roe,european roe deer,reh,corzo"},
    {{"Cervus elaphus", "species", "red deer"}, "red deer,rotwild,rothirsch,ciervo rojo"},
    {{"Cervus canadensis", "species", "wapiti"}, "wapiti"},
    {{"Cervus nippon", "species", "sika deer"}, "sika deer,sika"},
    {{"Dama dama", "species", "fallow deer"}, "fallow deer,fallow,damwild,damhirsch,gamo"},
    {{"Axis axis", "species", "axis deer"}, "axis deer,axis,chital"},
    {{"Alces alces", "species", "moose"}, "moose"},
};

/// In small letters, with blanks alone between the words.
QString plain(QString name)
{
    return name.toLower().replace(u'_', u' ').replace(u'-', u' ').simplified();
}

const Taxon *taxonOf(const QString &name)
{
    static const auto all = [] {
        QHash<QString, const Taxon *> byName;
        for (const Known &known : Species) {
            byName.insert(plain(QString::fromLatin1(known.taxon.scientificName)), &known.taxon);
            for (const QString &one : QString::fromLatin1(known.names).split(u','))
                byName.insert(one, &known.taxon);
        }
        return byName;
    }();
    return all.value(plain(name));
}

} // namespace

const Taxon &deerFamily()
{
    static constexpr Taxon Family{"Cervidae", "family", "deer"};
    return Family;
}

const Taxon &deerTaxon(const QStringList &species)
{
    const Taxon *agreed = species.isEmpty() ? nullptr : taxonOf(species.first());
    for (const QString &name : species) {
        if (taxonOf(name) != agreed)
            agreed = nullptr;
    }
    return agreed != nullptr ? *agreed : deerFamily();
}

} // namespace herdbook::render
