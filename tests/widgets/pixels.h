// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace mho::test {

/// What a view shows, one pixel for each unit of its coordinates whatever the scale of the screen.
inline QImage pixelsOf(QWidget& view)
{
    QImage image = view.grab().toImage();
    image.setDevicePixelRatio(1.0);
    return image.scaled(view.size(), Qt::IgnoreAspectRatio, Qt::FastTransformation);
}

}  // namespace mho::test
