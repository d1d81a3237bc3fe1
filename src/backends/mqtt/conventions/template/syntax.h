#pragma once

#include "backends/mqtt/conventions/template/datum.h"

#include <QStringList>

#include <vector>

namespace muster::mqtt {

struct Filter;
struct Trial;
struct Function;
struct Method;

/// One node of a template's tree. Children are indices into Syntax::nodes; -1: left out.
struct Node
{
    enum class Op : quint8 {
        // expressions
        Constant, Name, Member, Item, Slice, List, Tuple, Dict, Filter, Test, Call, Method, Not, Negative, Positive,
        Add, Subtract, Multiply, Divide, FloorDivide, Modulo, Power, Concat, Or, And, Compare, Conditional,
        // statements
        Block, Text, Print, If, Set,
    };
    enum class Relation : quint8 { Equal, Unequal, Less, LessEqual, Greater, GreaterEqual, In, NotIn };

    Op op = Op::Constant;
    bool negated = false;               ///< Test: "is not"
    int a = -1;
    int b = -1;
    int c = -1;
    std::vector<int> list {};           ///< arguments, elements, statements
    std::vector<Relation> relations {}; ///< Compare: one less than `list`
    Datum constant {};                  ///< Constant, Text
    QString name {};                    ///< Member
    const Filter *filter = nullptr;     ///< of the static tables in callables.h
    const Trial *trial = nullptr;
    const Function *function = nullptr;
    const Method *method = nullptr;
};

/// A parsed template.
struct Syntax
{
    std::vector<Node> nodes {};
    QStringList names {};    ///< variables; Node::a of Name and Set is an index
    int root = -1;
};

} // namespace muster::mqtt
