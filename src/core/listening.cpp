#include "core/listening.h"
