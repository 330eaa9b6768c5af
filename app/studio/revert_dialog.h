// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace mho {

class Session;

/// Lets a person choose an edit of the journal, newest first, and puts plan, hardware and stages back to what they were after it, as one
/// edit. The journal is read in the background; `failed` of the session where it cannot be.
void showRevertDialog(Session* session, QWidget* window);

}  // namespace mho
