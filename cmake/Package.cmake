# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package; `packaging/deb` builds it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mho)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compress neural networks for memristor crossbars")
set(CPACK_PACKAGING_INSTALL_PREFIX ${CMAKE_INSTALL_PREFIX})
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${MHO_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Mho prunes a network and puts its weights on the conductance levels of a
device by ADMM, maps the result to crossbars, and tells accuracy, crossbars,
energy, power, area and latency before and after.

mho does it on the command line, Mho Studio in a window that follows every
knob at once. Both read ONNX, PyTorch, safetensors and NumPy files, and write
tables, figures and reports for papers.")

# What the programs and modules are linked with; libmho.so is their own.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_LIBRARY_OUTPUT_DIRECTORY})
# LibTorch is content with the reference BLAS, which trains about 30 times slower. apt installs what is recommended; whoever has another fast
# BLAS may leave it out. OpenMP's build of OpenBLAS comes first: it shares its threads with LibTorch's, the others would start their own beside them.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libopenblas0-openmp | libopenblas0 | libblis3 | libmkl-rt, fonts-dejavu-core")
# Chinese in the window; LaTeX reports.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-cjk | fonts-wqy-microhei, texlive-latex-recommended, texlive-pictures, texlive-fonts-recommended")
include(CPack)
