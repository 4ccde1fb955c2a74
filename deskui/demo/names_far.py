"""Names of northern, southern and eastern Europe, Asia, Africa and the Pacific; the same shape as `names_near`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from deskui.demo.names_near import Culture

NORDIC: Final[Culture] = (
    4,
    """Lars Anna Erik Eva Anders Karin Per Kristina Mikael Lena Johan Ingrid Karl Maria Nils Åsa Sven Gunilla
    Björn Märta Jørgen Solveig Søren Astrid Øystein Sigrid Håkon Liv Bjørn Åse Magnus Freja Torbjörn Linnéa
    Eero Aino Väinö Päivi Jón Guðrún Sigurður Þóra Ólafur Bryndís""",
    """Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Hansen Johansen
    Olsen Larsen Nielsen Jensen Pedersen Andersen Kristensen Rasmussen Jørgensen Sørensen Møller Korhonen
    Virtanen Mäkinen Nieminen Hämäläinen Lindqvist Lindström Åkesson Öberg Sjöberg Björk Bergström Ødegård
    Østby Guðmundsdóttir Þorsteinsson Nyström Håkansson""",
    "Alm Berg Björk Blom Dahl Ek Eng Falk Forss Gran Grön Hag Hed Holm Häll Kvist Lager Lilje Lind Ljung "
    "Lund Löv Malm Mark Ny Näs Ros Rud Sand Sjö Skog Stål Stor Strand Ström Sund Söder Tall Val Wall Wik "
    "Ås Äng Öst",
    "berg blad blom bo dal feldt fors gren gård hagen holm kvist lund löv man mark ros sjö skog stedt "
    "strand ström stål vall vik vist",
)

ITALIAN: Final[Culture] = (
    5,
    """Giuseppe Maria Giovanni Anna Antonio Giulia Mario Francesca Luigi Chiara Francesco Sara Angelo Elena
    Vincenzo Martina Pietro Lucia Salvatore Federica Nicolò Noemi Luca Alessia João Inês Tiago Beatriz
    Vitória Conceição Álvaro Fátima António Luísa Zé Graça""",
    """Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Costa
    Giordano Mancini Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli
    Martini Leone D'Angelo D'Amico Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus
    Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira
    Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Neves Coelho Cruz Cunha Pires Ramos Reis
    Simões Antunes Matos Fonseca Araújo Magalhães Guimarães Brandão""",
    "Alba Barto Bel Ben Bian Bona Cal Cam Capo Car Casa Casti Cola Del Di Fal Fer Fio Gallo Gar Gia Giu "
    "Lom Mal Man Mar Mel Monte Pal Pelle Per Pic Por Ro Sal San Sca Spa Tor Val Ver Vi Zam",
    "bini bello berti cci celli chini coni dini doni fanti fiore garo gini gnoli lacci lini lotti manti "
    "mano netti nucci pelli pietro rani rella rini rosa santi sconi seri silli tari telli tini toni "
    "vecchio vini zzi",
)

SLAVIC: Final[Culture] = (
    5,
    """Jan Anna Piotr Katarzyna Paweł Małgorzata Krzysztof Agnieszka Łukasz Zofia Stanisław Elżbieta Tomáš
    Tereza Jiří Lenka Ondřej Zuzana Ivan Olga Dmitri Natalia Sergei Svetlana Oleksandr Oksana Andriy Iryna
    Miloš Jelena Željko Đurđa Dragan Snežana Krešimir Ljiljana László Ágnes Zoltán Éva Gergő Réka Ștefan
    Ioana Răzvan Mădălina""",
    """Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski
    Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Piotrowski Grabowski Zając Novák Svoboda
    Novotný Dvořák Černý Procházka Kučera Veselý Horák Němec Ivanov Petrov Smirnov Kuznetsov Popov
    Shevchenko Kovalenko Bondarenko Tkachenko Horvat Kovačević Babić Marić Jurić Novaković Đorđević
    Jovanović Nikolić Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Balogh Őry Popescu Ionescu
    Dumitrescu Stănescu Ștefănescu Hrůša Łęcki Żak Świątek""",
    "Baran Biel Bog Bor Brzo Chmiel Czar Dob Drag Dub Gała Gor Gra Hol Jab Jar Jas Kac Kal Kar Klim Kos "
    "Kra Kru Kub Lis Ma Mal Mark Mih Mil Mir Mlad Nad Ole Ost Pav Pil Pod Rad Rog Rud Sad Sik Sok Stan "
    "Tom Tur Was Wil Wol Zab Zel",
    "anek anov arski ashenko chenko czak czuk czyk deński enko ević icki ić icz iewicz iński kiewicz kov "
    "kovsky lewski lov manski mirski nicki nić niuk nov ovec ović owicz owski rowski ský ský ský szek tić "
    "uk ukić yński",
)

ASIAN: Final[Culture] = (
    10,
    """Wei Mei Jun Li Ming Xin Hao Yan Jing Lan Hui Ying Hoa Minh Linh Anh Thảo Dũng Hương Quân Ngọc Phương
    Tuấn Trang Min-jun Seo-yeon Ji-hoon Ha-eun Hyun-woo Soo-jin Haruto Yui Sōta Hina Kenji Sakura Yūki Aiko
    Takeshi Naoko Priya Rahul Ananya Arjun Lakshmi Vikram Deepa Sanjay Kavita Amit Sunita Ravi Meera Aditya
    Neha Imran Ayesha Bilal Sana Siti Budi Dewi Agus Maricel Jomar Ligaya Somchai Suda""",
    """Nguyễn Lee Kim Patel Wang Li Chen Tran Singh Zhang Lê Park Liu Phạm Kumar Wong Shah Huang Vũ Choi Sharma
    Yang Lin Đặng Wu Chang Huỳnh Gupta Zhao Ng Bùi Jung Cheng Hoàng Khan Tanaka Suzuki Satō Takahashi
    Watanabe Itō Yamamoto Nakamura Kobayashi Katō Đỗ Võ Reddy Rao Iyer Nair Mehta Joshi Desai Banerjee
    Mukherjee Chowdhury Rahman Hussain Ahmed Santoso Wijaya Dela_Cruz Bautista Reyes Ong Tan Lim Zhou Xu Sun
    Ma Zhu Hu Guo He Gao Luo Zheng Ōno Ōtani Fujiwara Shimizu Hayashi Chukwu Srinivasan Subramanian
    Krishnamurthy Venkataraman Ranganathan""",
    "Aka Ara Fuji Fuku Hara Hase Haya Hira Ishi Iwa Kawa Kita Kuro Matsu Miya Mizu Mori Mura Naga Naka "
    "Nishi Oka Ono Saka Saku Shima Sugi Taka Tana Tani Toku Ue Ume Yama Yasu Yoshi Bala Chandra Deva "
    "Gopala Jaya Rama Siva Venka",
    "be bata da dani gawa gishi guchi hara hashi ka kami kawa kubo machi mada mari matsu miya mori moto "
    "mura nabe naka numa oka saki sawa shita shiro sugi tani wara yama zaki zawa krishnan nathan raman "
    "rajan swamy mani",
)

SOUTHERN: Final[Culture] = (
    6,
    """Mohammed Fatima Ahmed Aisha Omar Layla Yusuf Maryam Khalid Zaynab Ali Noor Hassan Huda Ibrahim Salma
    Mehmet Ayşe Mustafa Zeynep Emre Elif Çağlar Gülşen Ömer Şebnem Cyrus Shirin Dariush Parisa Avi Noa Moshe
    Tamar Giorgos Eleni Dimitris Sofia Chinedu Ngozi Emeka Adaeze Oluwaseun Folasade Kwame Ama Kofi Abena
    Tesfaye Selam Abebe Hiwot Wanjiru Kamau Thabo Nomvula Kalani Leilani Sione Mele Adébáyọ̀ Ọláńrewájú""",
    """Mohamed Ali Hassan Ahmed Ibrahim Khan Hussein Osman Abdi Haddad Khoury Mansour Nasser Saleh Yılmaz Kaya
    Demir Çelik Şahin Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Hosseini Ahmadi Rahimi Cohen Levi
    Mizrahi Peretz Katz Papadopoulos Georgiou Nikolaidis Okafor Okonkwo Adeyemi Eze Balogun Nwosu Mensah
    Owusu Boateng Asante Tesfaye Bekele Haile Kamau Mwangi Otieno Nkosi Dlamini Ndlovu Diallo Traoré Koné
    N'Diaye Sow Keawe Kahananui Tupou Fonoti Ó_Dálaigh Bın_Laith Al-Sayed El-Amin Abu-Ghazaleh Ben-David""",
    "Abu- Ade Afo Aki Al- Aya Baba Ben- Ege Eke El- Ola Olu Onye Ogu Oko Ozo Papa Kara Chatzi Deli Demir "
    "Gün Kara Koca Öz Taş Yıl Nti Ama Ana Ike Ibe Uzo",
    "bayo biyi busola chukwu dapo dele dimitriou doğan emi fola georgiou georgopoulos gideon jide kaya "
    "kunle lade maz nikolaou nna oğlu oma poulos sanya seun siz taş tayo tunde türk wale yemi yıldız zade",
)

OWN_SCRIPT: Final = (
    ("Ольга", "Соколова"), ("Дмитро", "Шевченко"), ("Ελένη", "Παπαδοπούλου"), ("Γιώργος", "Νικολαΐδης"),
    ("伟", "王"), ("美玲", "陳"), ("健二", "田中"), ("さくら", "鈴木"), ("지훈", "김"), ("서연", "박"),
    ("فاطمة", "حداد"), ("عمر", "خوري"), ("נועה", "לוי"), ("प्रिया", "शर्मा"), ("สมชาย", "ใจดี"), ("ნინო", "ბერიძე"),
    ("Анна", "Иванова"), ("Іван", "Коваль"), ("Հասմիկ", "Պետրոսյան"), ("Нуржан", "Ахметов"),
)  # fmt: skip
"""Some customers write their name in their own letters: given and family name."""
